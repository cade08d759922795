# longshore_test(tst_name app/jobs/tst_name.cpp)
