# longshore_test(tst_name app/net/tst_name.cpp)
