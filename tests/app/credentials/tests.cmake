# longshore_test(tst_name app/credentials/tst_name.cpp)
