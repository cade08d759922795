# Fails when the Swedish translation lacks a text of the program or holds one that the program no longer has.
#   cmake -D LUPDATE=… -D SOURCES=… -D TS=… -D COPY=… -P complete.cmake
cmake_minimum_required(VERSION 3.25)
configure_file("${TS}" "${COPY}" COPYONLY)
execute_process(COMMAND "${LUPDATE}" -silent -I "${SOURCES}/.." -locations none -no-ui-lines -no-obsolete "${SOURCES}" -ts "${COPY}"
    RESULT_VARIABLE status ERROR_VARIABLE errors)
# A class that lupdate cannot place would get a context that the program never asks for.
if(NOT status EQUAL 0 OR errors MATCHES "unknown namespace")
    message(FATAL_ERROR "lupdate: ${errors}")
endif()
file(READ "${COPY}" fresh)
file(READ "${TS}" kept)
string(REGEX MATCHALL "<source>" fresh_texts "${fresh}")
string(REGEX MATCHALL "<source>" kept_texts "${kept}")
list(LENGTH fresh_texts fresh_count)
list(LENGTH kept_texts kept_count)
if(fresh MATCHES "type=\"unfinished\"" OR NOT fresh_count EQUAL kept_count OR kept_count EQUAL 0)
    message(FATAL_ERROR "${TS}: the program has ${fresh_count} texts, the file ${kept_count}, or some are marked "
        "unfinished. Run ./dev translate, then translate what is marked.")
endif()
message(STATUS "${TS}: all ${kept_count} texts are translated")
