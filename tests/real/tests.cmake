# Against programs and clients we did not write.
if(UNIX)
    add_test(NAME foreignclient COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/foreignclient.sh
        $<TARGET_FILE:longshore-practice>)
    add_test(NAME killnine COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/killnine.sh ${CMAKE_RUNTIME_OUTPUT_DIRECTORY})
    set_tests_properties(foreignclient killnine PROPERTIES
        LABELS real TIMEOUT 300 SKIP_REGULAR_EXPRESSION "SKIP   :")
endif()
if(UNIX AND NOT APPLE)
    longshore_test(tst_keychain real/tst_keychain.cpp LABELS real LIBS Qt6::DBus)
endif()
