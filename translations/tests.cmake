add_test(NAME translations COMMAND ${CMAKE_COMMAND}
    -D LUPDATE=$<TARGET_FILE:Qt6::lupdate> -D SOURCES=${CMAKE_SOURCE_DIR}/ui
    -D TS=${CMAKE_SOURCE_DIR}/translations/longshore_sv.ts -D COPY=${CMAKE_BINARY_DIR}/tests/longshore_sv.ts
    -P ${CMAKE_SOURCE_DIR}/translations/complete.cmake)
