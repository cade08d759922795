# longshore_test(tst_name app/core/tst_name.cpp)
longshore_test(tst_backoff app/core/tst_backoff.cpp)
