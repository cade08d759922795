# longshore_test(tst_name app/archive/tst_name.cpp)
