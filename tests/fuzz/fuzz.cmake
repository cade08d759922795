# The same inputs every time, in the normal suite.
longshore_test(tst_packagefuzz fuzz/tst_packagefuzz.cpp SOURCES fuzz/packagefuzz.cpp)

# Endless ones: cmake --preset dev -DCMAKE_CXX_COMPILER=clang++ -DLONGSHORE_FUZZ=ON -DLONGSHORE_PCH=OFF
# then build/dev/tests/fuzz_package [a folder of packages]. The reader is compiled in, so that it is instrumented.
if(LONGSHORE_FUZZ)
    add_executable(fuzz_package fuzz/fuzz_package.cpp fuzz/packagefuzz.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/packagechecks.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/packagexml.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/zipdirectory.cpp
        ${CMAKE_SOURCE_DIR}/app/archive/zipentryreader.cpp)
    set_target_properties(fuzz_package PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(fuzz_package PRIVATE longshore_options longshore_core ZLIB::ZLIB)
    target_compile_options(fuzz_package PRIVATE -fsanitize=fuzzer,address,undefined)
    target_link_options(fuzz_package PRIVATE -fsanitize=fuzzer,address,undefined)
endif()
