# Rules about the sources themselves, as tests.
add_test(NAME layering COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_SOURCE_DIR}/layering/layering.cmake)
add_test(NAME houserules COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_SOURCE_DIR}/layering/houserules.cmake)
find_program(DESKTOP_FILE_VALIDATE desktop-file-validate)
if(DESKTOP_FILE_VALIDATE)
    add_test(NAME desktopfile COMMAND ${DESKTOP_FILE_VALIDATE}
        ${CMAKE_SOURCE_DIR}/packaging/io.github.longshore.Longshore.desktop)
endif()
