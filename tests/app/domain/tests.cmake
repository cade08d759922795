# longshore_test(tst_name app/domain/tst_name.cpp)
