longshore_test(tst_curlerror app/net/tst_curlerror.cpp LIBS CURL::libcurl)
longshore_test(tst_curltransport app/net/tst_curltransport.cpp)
