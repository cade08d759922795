# longshore_test(tst_name app/cli/tst_name.cpp)
