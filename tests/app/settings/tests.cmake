longshore_test(tst_connections app/settings/tst_connections.cpp)
longshore_test(tst_settings app/settings/tst_settings.cpp)
