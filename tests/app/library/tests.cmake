# longshore_test(tst_name app/library/tst_name.cpp)
