# Compiles the translations into the window's library. English holds plural forms only.
qt_add_lrelease(longshore_ui
    TS_FILES
        ${CMAKE_SOURCE_DIR}/translations/longshore_en.ts
        ${CMAKE_SOURCE_DIR}/translations/longshore_sv.ts
    QM_FILES_OUTPUT_VARIABLE qm_files)
qt_add_resources(longshore_ui longshore_i18n PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qm_files})
