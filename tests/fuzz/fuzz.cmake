# The same inputs every time, in the normal suite.
longshore_test(tst_packagefuzz fuzz/tst_packagefuzz.cpp SOURCES fuzz/packagefuzz.cpp)
longshore_test(tst_dumpfuzz fuzz/tst_dumpfuzz.cpp SOURCES fuzz/dumpfuzz.cpp LIBS KF6::Archive)

# Endless ones: cmake --preset dev -DCMAKE_CXX_COMPILER=clang++ -DLONGSHORE_FUZZ=ON -DLONGSHORE_PCH=OFF
# then build/dev/tests/fuzz_package [a folder of packages], fuzz_dump [a folder of dumps, packed or not]. The readers are
# compiled in, so that they are instrumented.
if(LONGSHORE_FUZZ)
    add_executable(fuzz_package fuzz/fuzz_package.cpp fuzz/packagefuzz.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/otherformat.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/packagechecks.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/packagexml.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/zipdirectory.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/zipentryreader.cpp)
    set(archive ${CMAKE_SOURCE_DIR}/app/archive)
    add_executable(fuzz_dump fuzz/fuzz_dump.cpp fuzz/dumpfuzz.cpp
        ${archive}/decompressor.cpp ${archive}/dumpcomments.cpp ${archive}/dumpreader.cpp ${archive}/dumpscanner.cpp
        ${archive}/dumpscannerend.cpp ${archive}/dumptables.cpp ${archive}/otherformat.cpp ${archive}/sqlname.cpp
        ${archive}/sqltokenizer.cpp ${archive}/sqltokenizermarks.cpp ${archive}/tardump.cpp ${archive}/zipdirectory.cpp
        ${archive}/zipentryreader.cpp)
    foreach(target fuzz_package fuzz_dump)
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
        target_link_libraries(${target} PRIVATE longshore_options longshore_core KF6::Archive ZLIB::ZLIB)
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer,address,undefined)
        target_link_options(${target} PRIVATE -fsanitize=fuzzer,address,undefined)
    endforeach()
endif()
