# longshore_test(tst_name app/providers/tst_name.cpp)
