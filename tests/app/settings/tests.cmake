# longshore_test(tst_name app/settings/tst_name.cpp)
