#pragma once

#include "tests/support/faultserver.h"

#include <QSslSocket>

class QTimer;

namespace longshore {

/// One accepted connection of a FaultServer: reads requests, sends scripted replies.
class FaultConnection final : public QObject
{
    Q_OBJECT

public:
    FaultConnection(FaultServer& server, qintptr descriptor, int number);
    void close(bool reset);

private:
    enum class State { Head, Body, Drain, Deaf };

    void onReadyRead();
    bool readHead();
    bool readBody();
    bool readChunked();
    void takeBody(const QByteArray& bytes);
    void enterTunnel();
    void finishRequest();
    void answer(const FaultServer::Reply& reply);
    void sendBody();
    void drip();
    void endReply();
    void startTls(const TestCertificate& certificate);

    FaultServer& m_server;
    QSslSocket m_socket;
    QTimer* m_dripTimer;
    State m_state = State::Head;
    QByteArray m_input;
    FaultServer::Request m_request;
    int m_number;
    qint64 m_bodyLeft = 0;
    bool m_chunked = false;
    FaultServer::Reply m_reply;
    QByteArray m_pending; ///< of the reply's body
};

} // namespace longshore
