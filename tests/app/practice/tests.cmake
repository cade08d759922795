# longshore_test(tst_name app/practice/tst_name.cpp)
