longshore_test(tst_curltransport app/net/tst_curltransport.cpp)
