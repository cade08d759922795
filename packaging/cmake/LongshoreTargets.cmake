# Settings that every target of the project shares, and the few functions that add targets.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(longshore_options INTERFACE)
target_include_directories(longshore_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(longshore_options INTERFACE
    LONGSHORE_VERSION="${PROJECT_VERSION}"
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(longshore_options INTERFACE /W4 /permissive- /utf-8)
else()
    target_compile_options(longshore_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wold-style-cast
        # QTRY_COMPARE of Qt 6.8 narrows inside its own macro.
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:LONGSHORE_TEST>>>:-Wconversion>)
endif()
if(LONGSHORE_WERROR)
    target_compile_options(longshore_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(LONGSHORE_SANITIZE)
    target_compile_options(longshore_options INTERFACE
        -fsanitize=${LONGSHORE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(longshore_options INTERFACE -fsanitize=${LONGSHORE_SANITIZE})
endif()

# Applies the shared settings to a target, and a precompiled Qt Core where that is switched on.
function(longshore_setup target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE longshore_options)
    if(LONGSHORE_PCH)
        target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/packaging/cmake/pch.h")
    endif()
endfunction()

# longshore_test(tst_name app/core/tst_name.cpp [GUI] [LABELS real ...] [LIBS more...] [TIMEOUT s])
# One Qt Test program, built and registered with CTest. Paths are below tests/.
function(longshore_test name source)
    cmake_parse_arguments(arg "GUI" "TIMEOUT" "LABELS;LIBS;SOURCES" ${ARGN})
    add_executable(${name} ${source} ${arg_SOURCES})
    longshore_setup_test(${name})
    target_link_libraries(${name} PRIVATE longshore_test_support ${arg_LIBS})
    if(arg_GUI)
        target_link_libraries(${name} PRIVATE longshore_ui)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        SKIP_REGULAR_EXPRESSION "SKIP   : .*whole program"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp:ignore_noninstrumented_modules=1:die_after_fork=0;QT_LOGGING_RULES=qt.qpa.*=false;LONGSHORE_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};LONGSHORE_SAMPLES=${CMAKE_SOURCE_DIR}/../shared/samples"
        LABELS "${arg_LABELS}")
endfunction()

# Like longshore_setup, but all test programs share one precompiled header.
function(longshore_setup_test target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON LONGSHORE_TEST ON
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${target} PRIVATE longshore_options Qt6::Test)
    target_compile_definitions(${target} PRIVATE QT_FORCE_ASSERTS)
    if(LONGSHORE_PCH AND TARGET longshore_test_pch)
        longshore_share_pch_flags(${target})
        target_precompile_headers(${target} REUSE_FROM longshore_test_pch)
    endif()
endfunction()

# g++ 14 refuses a precompiled header of one program in another unless both say -fPIC.
function(longshore_share_pch_flags target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fPIC)
    endif()
endfunction()
