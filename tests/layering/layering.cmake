# Which folder may include which: every #include below app/ and ui/ is held against this table.
#   cmake -P tests/layering/layering.cmake
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

# folder → project folders it may include beside itself
set(app_core "")
set(app_domain app/core)
set(app_net app/core app/domain)
set(app_archive app/core app/domain)
set(app_credentials app/core app/domain)
set(app_providers app/core app/domain app/net)
set(app_transfers app/core app/domain app/net)
set(app_settings app/core app/domain)
set(app_library app/core app/domain app/archive app/transfers)
set(app_jobs app/core app/domain app/net app/archive app/credentials app/providers app/transfers app/library
    app/settings)
set(app_practice app/core app/domain app/archive)
set(app_services ${app_jobs} app/jobs app/practice)
set(app_cli ${app_jobs} app/jobs app/services)
set(ui_all ${app_cli} ui)

# what only some folders may include: pattern|folders
set(guarded
    "^curl/|app/net"
    "^(KArchive|KZip|KTar|KCompressionDevice|KFilterBase|kzip|karchive)|app/archive"
    "keychain|app/credentials"
    "^httplib|app/practice"
    "^CLI/|app/cli app/practice"
    "^(zlib|libdeflate)|app/archive"
    "^openssl/|app/core app/net app/archive app/transfers app/practice app/providers"
    "^(QtSql|QSql)|app/core app/library app/jobs app/transfers app/settings"
    "^(QtWidgets|QtGui|QWidget|QApplication|QMainWindow|QIcon|QPainter|QColor|QPixmap|QAction)|ui"
    "^(QtNetwork|QNetwork|QTcp|QSsl|QLocalS|QHostAddress)|app/net app/jobs app/services ui/shell"
    "^(unistd|fcntl|sys/|windows|Windows|termios|io)[.h]*|app/core app/transfers app/cli app/practice app/archive")

file(GLOB_RECURSE sources RELATIVE "${root}" "${root}/app/*.h" "${root}/app/*.cpp" "${root}/ui/*.h" "${root}/ui/*.cpp")
set(broken "")
foreach(source IN LISTS sources)
    # Its folder, two levels deep; app/services.* stands alone.
    if(source MATCHES "^app/services")
        set(folder app/services)
    else()
        string(REGEX MATCH "^[a-z]+/[a-z]+" folder "${source}")
    endif()
    string(REPLACE "/" "_" key "${folder}")
    if(folder MATCHES "^ui/|^ui$")
        set(allowed ${ui_all})
    elseif(DEFINED ${key})
        set(allowed ${${key}})
    else()
        list(APPEND broken "${source}: ${folder} is not in the table of tests/layering/layering.cmake")
        continue()
    endif()
    file(STRINGS "${root}/${source}" includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
        string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"].*" "\\1" header "${line}")
        if(header MATCHES "^(app|ui|tests)/")
            if(header MATCHES "^app/services")
                set(target app/services)
            elseif(header MATCHES "^ui/")
                set(target ui)
            else()
                string(REGEX MATCH "^[a-z]+/[a-z]+" target "${header}")
            endif()
            if(NOT target STREQUAL folder AND NOT target IN_LIST allowed)
                list(APPEND broken "${source}: ${folder} may not include ${header}")
            endif()
        endif()
        foreach(rule IN LISTS guarded)
            string(REGEX REPLACE "^(.*)[|]([^|]*)$" "\\1" pattern "${rule}")
            string(REGEX REPLACE "^(.*)[|]([^|]*)$" "\\2" owners "${rule}")
            separate_arguments(owners)
            if(header MATCHES "${pattern}" AND NOT header MATCHES "^(app|ui|tests)/")
                set(owned FALSE)
                foreach(owner IN LISTS owners)
                    if(folder STREQUAL owner OR folder MATCHES "^${owner}/")
                        set(owned TRUE)
                    endif()
                endforeach()
                if(NOT owned)
                    list(JOIN owners ", " names)
                    list(APPEND broken "${source}: only ${names} may include ${header}")
                endif()
            endif()
        endforeach()
    endforeach()
endforeach()

list(LENGTH sources count)
if(count LESS 10)
    message(FATAL_ERROR "layering: found only ${count} sources below ${root}")
endif()
if(broken)
    list(JOIN broken "\n  " text)
    message(FATAL_ERROR "layering:\n  ${text}")
endif()
message(STATUS "layering: ${count} sources hold to the table")
