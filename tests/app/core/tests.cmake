# longshore_test(tst_name app/core/tst_name.cpp)
