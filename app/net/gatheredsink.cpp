#include "app/net/gatheredsink.h"

#include <algorithm>

namespace longshore {

void GatherBuffer::flush()
{
    if (GatheredSink* owner = std::exchange(m_owner, nullptr)) {
        owner->pass(QByteArrayView(m_bytes.data(), std::exchange(m_held, 0)));
    }
}

void GatherBuffer::add(GatheredSink& sink, QByteArrayView bytes)
{
    if (m_owner != &sink || m_held + bytes.size() > Room) {
        flush();
    }
    if (bytes.size() >= Room) {
        sink.pass(bytes);
        return;
    }
    m_bytes.resize(Room);
    std::copy(bytes.begin(), bytes.end(), m_bytes.begin() + m_held);
    m_held += bytes.size();
    m_owner = &sink;
}

void GatherBuffer::forget(const GatheredSink& sink)
{
    if (m_owner == &sink) {
        m_owner = nullptr;
        m_held = 0;
    }
}

GatheredSink::GatheredSink(std::shared_ptr<BodySink> sink, std::shared_ptr<GatherBuffer> buffer)
    : m_sink(std::move(sink)), m_buffer(std::move(buffer))
{ }

GatheredSink::~GatheredSink()
{
    m_buffer->forget(*this);
}

Result<bool> GatheredSink::begin(int status, const HttpHeaders& headers)
{
    return m_sink->begin(status, headers);
}

Result<void> GatheredSink::write(QByteArrayView bytes)
{
    if (m_outcome) {
        m_buffer->add(*this, bytes);
    }
    return m_outcome;
}

Result<void> GatheredSink::flush()
{
    m_buffer->flush();
    return m_outcome;
}

void GatheredSink::pass(QByteArrayView bytes)
{
    if (m_outcome) {
        m_outcome = m_sink->write(bytes);
    }
}

} // namespace longshore
