longshore_test(tst_credentials app/credentials/tst_credentials.cpp)
