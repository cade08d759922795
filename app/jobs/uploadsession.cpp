#include "app/jobs/uploadsession.h"

namespace longshore {

namespace {

PartLinks linksOf(const UploadPlace& place)
{
    return {.session = place.session, .count = place.partCount, .links = place.parts};
}

/// Asks for the place and gives a piece of it.
template <class T>
class PlacePiece final : public ResultTask<T>
{
public:
    using Take = T (*)(const UploadPlace&);
    PlacePiece(ResultTask<UploadPlace>* question, Take take, QObject* parent)
        : ResultTask<T>(parent), m_question(question), m_take(take)
    {
        question->setParent(this);
    }

protected:
    void run() override
    {
        QObject::connect(m_question, &Task::finished, this,
                         [this] { this->completeWith(m_question->result().map(m_take)); });
        m_question->start();
    }

private:
    ResultTask<UploadPlace>* m_question;
    Take m_take;
};

} // namespace

ResultTask<UploadPlace>* UploadSession::ask(QObject* parent) const
{
    return source.call<UploadPlace>(
        connectionId,
        [wanted = offer, id = place.session](Provider& provider, QObject* owner) {
            return provider.uploadPlace(wanted, id, owner);
        },
        parent);
}

ResultTask<SignedUrl>* SessionLink::renew(QObject* parent)
{
    return new PlacePiece<SignedUrl>(
        m_session.ask(nullptr), [](const UploadPlace& place) { return place.link; }, parent);
}

PartLinks SessionParts::current() const
{
    return linksOf(m_session.place);
}

ResultTask<PartLinks>* SessionParts::renew(QObject* parent)
{
    return new PlacePiece<PartLinks>(m_session.ask(nullptr), &linksOf, parent);
}

} // namespace longshore
