# Against programs and clients we did not write.
if(UNIX)
    add_test(NAME foreignclient COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/foreignclient.sh
        $<TARGET_FILE:longshore-practice>)
    add_test(NAME killnine COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/killnine.sh ${CMAKE_RUNTIME_OUTPUT_DIRECTORY})
    add_test(NAME importkills COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/importkills.sh ${CMAKE_RUNTIME_OUTPUT_DIRECTORY})
    add_test(NAME azurite COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/azurite.sh ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
        ${CMAKE_SOURCE_DIR}/build/peers/azurite)
    add_test(NAME s3signer COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/s3signer.py $<TARGET_FILE:longshore-practice>)
    add_executable(s3parts real/s3parts.cpp)
    longshore_setup_test(s3parts)
    target_link_libraries(s3parts PRIVATE longshore_test_support)
    add_test(NAME s3servers COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/s3servers.py
        ${CMAKE_RUNTIME_OUTPUT_DIRECTORY} $<TARGET_FILE:s3parts> ${CMAKE_SOURCE_DIR}/build/peers/s3rver)
    if(LONGSHORE_BENCH AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
        add_test(NAME transferkills COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/real/transferkills.sh
            ${CMAKE_RUNTIME_OUTPUT_DIRECTORY})
        set_tests_properties(transferkills PROPERTIES
            LABELS real TIMEOUT 300 SKIP_REGULAR_EXPRESSION "SKIP   :")
    endif()
    set_tests_properties(foreignclient killnine importkills azurite s3signer s3servers PROPERTIES
        LABELS real TIMEOUT 300 SKIP_REGULAR_EXPRESSION "SKIP   :")
endif()
if(UNIX AND NOT APPLE)
    longshore_test(tst_keychain real/tst_keychain.cpp LABELS real LIBS Qt6::DBus)
endif()
if(UNIX)
    longshore_test(tst_realdump real/tst_realdump.cpp LABELS real LIBS longshore_practice TIMEOUT 300)
endif()
