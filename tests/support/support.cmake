target_sources(longshore_test_support PRIVATE
    support/await.h
    support/bacpacdecoder.cpp support/bacpacdecoder.h
    support/blockstore.cpp support/blockstore.h
    support/curltest.h
    support/faketransport.cpp support/faketransport.h
    support/fakeclock.h
    support/fakecredentialstore.h
    support/fakeservice.h
    support/faultconnection.cpp support/faultconnection.h
    support/faultserver.cpp support/faultserver.h
    support/samples.h
    support/scriptedlinks.h
    support/testbodies.h
    support/testcertificates.cpp support/testcertificates.h
    support/zipbuilder.cpp support/zipbuilder.h)
target_link_libraries(longshore_test_support PRIVATE OpenSSL::Crypto ZLIB::ZLIB)
