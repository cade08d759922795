# longshore_test(tst_name app/transfers/tst_name.cpp)
