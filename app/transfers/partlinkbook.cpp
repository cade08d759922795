#include "app/transfers/partlinkbook.h"

#include <QCryptographicHash>
#include <mutex>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The platform's word for the session may stay while the store's upload behind it is another one.
QByteArray markOf(const PartLinks& links)
{
    const SignedUrl any = links.links.first();
    const QByteArray name = links.session.toUtf8() + '\n' + any.queryValue("uploadId") + '\n' + any.fileName().toUtf8()
                            + '\n' + QByteArray::number(links.count);
    return QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(16).toHex();
}

SignedUrl firstToEnd(const PartLinks& links)
{
    SignedUrl found = links.links.first();
    for (const SignedUrl& link : links.links) {
        const auto end = link.expiresAt();
        const auto soonest = found.expiresAt();
        if (end && (!soonest || *end < *soonest)) {
            found = link;
        }
    }
    return found;
}

bool isSound(const PartLinks& links)
{
    const auto& all = links.links;
    return links.count > 0 && !all.isEmpty() && all.firstKey() >= 1 && all.lastKey() <= links.count;
}

} // namespace

struct PartLinkBook::Pages
{
    [[nodiscard]] Result<SignedUrl> take(const PartLinks& fresh)
    {
        if (!isSound(fresh)) {
            return fail(Error::Code::BadAnswer, u"upload_parts"_s,
                        u"%1 links for %2 parts"_s.arg(fresh.links.size()).arg(fresh.count));
        }
        const QByteArray name = markOf(fresh);
        const std::lock_guard lock(mutex);
        if (!mark.isEmpty() && name != mark) {
            return fail(Error::Code::SessionLost, fresh.links.first().host(), u"the links are of another session"_s);
        }
        mark = name;
        links = fresh;
        front = firstToEnd(fresh);
        return front;
    }

    mutable std::mutex mutex; ///< guards everything below
    PartLinks links;
    SignedUrl front; ///< stands for all
    QByteArray mark;
};

class PartLinkBook::Renewal final : public ResultTask<SignedUrl>
{
public:
    Renewal(std::shared_ptr<PartLinkSource> source, std::shared_ptr<Pages> pages, QObject* parent)
        : ResultTask(parent), m_source(std::move(source)), m_pages(std::move(pages))
    { }

protected:
    void run() override
    {
        auto* asked = m_source->renew(this);
        connect(asked, &Task::finished, this, [this, asked] {
            completeWith(asked->result().and_then(
                [this](const PartLinks& links) -> Result<SignedUrl> { return m_pages->take(links); }));
        });
        asked->start();
    }

private:
    std::shared_ptr<PartLinkSource> m_source;
    std::shared_ptr<Pages> m_pages;
};

PartLinkBook::PartLinkBook(std::shared_ptr<PartLinkSource> source)
    : m_source(std::move(source)), m_pages(std::make_shared<Pages>())
{
    if (const PartLinks known = m_source->current(); !known.links.isEmpty()) {
        (void)m_pages->take(known); // unsound ones are as good as none: renew() says what is wrong with them
    }
}

PartLinkBook::~PartLinkBook() = default;

SignedUrl PartLinkBook::current() const
{
    const std::lock_guard lock(m_pages->mutex);
    return m_pages->front;
}

ResultTask<SignedUrl>* PartLinkBook::renew(QObject* parent)
{
    return new Renewal(m_source, m_pages, parent);
}

int PartLinkBook::count() const
{
    const std::lock_guard lock(m_pages->mutex);
    return m_pages->links.count;
}

QByteArray PartLinkBook::mark() const
{
    const std::lock_guard lock(m_pages->mutex);
    return m_pages->mark;
}

SignedUrl PartLinkBook::linkTo(int number) const
{
    const std::lock_guard lock(m_pages->mutex);
    return m_pages->links.links.value(number);
}

} // namespace longshore
