import { useLocale, useTranslations } from 'next-intl'
import { SafeRules } from '@/components/people/safe-contact'
import { Button, buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatTime } from '@/components/ui/time'
import { untilWords } from '@/components/ui/until-words'
import type { Device, Draft, Item } from '@/lib/device/device.types'
import type { Taken } from '@/lib/offline/taken.schema'
import { useDevice, useOfDevice } from './device'
import { FactsLink, UrgentNumbers } from './no-network'
import { aboutOf, nameFor, peopleOf, takenOf } from './taken'
import { formOf } from './use-draft'
import { useLive } from './use-live'
import { goTo } from './use-view'

const draftsOf = (device: Device): Promise<readonly Draft[]> => device.drafts()
const itemsOf = (device: Device): Promise<readonly Item[]> => device.items()

/** One person of a visit: what can be written about them beside it, and how they are reached without harm. */
const PersonLine = ({ person, taken }: { person: Taken['writing']['here'][number]; taken: Taken }) => {
  const t = useTranslations('offline')
  const rules = taken.rules.find(({ personId }) => personId === person.personId)?.contacts ?? []
  return (
    <li className="grid gap-1 border-t border-hair py-2 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 grow">
          <bdi translate="no">{person.initials}</bdi> <span className="code text-muted">{person.code}</span>
          <span className="block text-sm text-muted">{person.known}</span>
        </p>
        <Button
          kind="quiet"
          size="small"
          onClick={() => goTo({ at: 'note', id: nameFor('note', person.personId) })}
        >
          {t('note.short')}
          <span className="sr-only"> {person.code}</span>
        </Button>
        <Button
          kind="quiet"
          size="small"
          onClick={() => goTo({ at: 'task', id: nameFor('task', person.personId) })}
        >
          {t('task.short')}
          <span className="sr-only"> {person.code}</span>
        </Button>
        {taken.activity === undefined ? null : (
          <Button
            kind="quiet"
            size="small"
            onClick={() => goTo({ at: 'activity', id: nameFor('activity', person.personId) })}
          >
            {t('activity.short')}
            <span className="sr-only"> {person.code}</span>
          </Button>
        )}
      </div>
      {rules.length === 0 ? null : (
        <div className="text-sm">
          <SafeRules rules={rules} />
        </div>
      )}
    </li>
  )
}

const TakenCard = ({ taken, begun }: { taken: Taken; begun: Draft | undefined }) => {
  const t = useTranslations('offline')
  const locale = useLocale()
  const device = useDevice()
  const people = peopleOf(taken)
  return (
    <Card as="article" label={taken.centre.label} className="grid gap-3">
      <div>
        <h2 className="text-h3">{taken.centre.label}</h2>
        <p className="first-letter:uppercase">{formatTime(locale, taken.on, 'weekday')}</p>
        <p className="text-sm text-muted">
          {t('taken.people', { count: taken.writing.here.length })} ·{' '}
          {t('taken.until', { until: untilWords(locale, new Date(taken.until)) })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            goTo({ at: 'write', id: begun === undefined ? nameFor('visit', taken.id) : begun.name })
          }
        >
          {t(begun === undefined ? 'taken.write' : 'taken.goOn')}
        </Button>
        <Button kind="quiet" onClick={() => void device.takeOut(taken.id)}>
          {t('taken.out')}
        </Button>
      </div>
      <details>
        <summary className="flex min-h-11 items-center font-semibold">{t('taken.each')}</summary>
        <ul>
          {people.map((person) => (
            <PersonLine key={person.personId} person={person} taken={taken} />
          ))}
        </ul>
      </details>
    </Card>
  )
}

const BegunLine = ({ draft }: { draft: Draft }) => {
  const t = useTranslations('offline')
  const locale = useLocale()
  const device = useDevice()
  const form = formOf(draft.name)
  const at = form === 'visit' ? 'write' : form
  const what = `${t(`form.${form}`)}, ${formatTime(locale, new Date(draft.at), 'moment')}`
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hair py-2 first:border-t-0">
      {draft.isOld ? (
        <p className="min-w-0 grow">
          {what}
          <span className="block text-sm text-muted">{t('begun.old')}</span>
        </p>
      ) : (
        <a href={`#${at}/${draft.name}`} className="inline-flex min-h-11 min-w-0 grow items-center">
          {what}
        </a>
      )}
      <Button kind="plain" size="small" onClick={() => void device.discard(draft.name)}>
        {t('begun.discard')}
      </Button>
    </li>
  )
}

/** What is on this device for the one whose code it was. */
export const Home = () => {
  const t = useTranslations('offline')
  const isLive = useLive()
  const taken = useOfDevice(takenOf)
  const drafts = useOfDevice(draftsOf) ?? []
  const items = useOfDevice(itemsOf) ?? []
  if (taken === null) return null
  const telephones = [
    ...new Map(taken.flatMap((one) => one.telephones).map((one) => [one.number, one])).values(),
  ]
  return (
    <div className="grid gap-6">
      <h1>{t('home.title')}</h1>
      {taken.length === 0 ? <p className="text-muted">{t('home.none')}</p> : null}
      {taken.map((one) => (
        <TakenCard
          key={one.id}
          taken={one}
          begun={drafts.find(
            ({ name, isOld }) => !isOld && name.startsWith('visit-') && aboutOf(name) === one.id,
          )}
        />
      ))}
      {drafts.length === 0 ? null : (
        <section aria-labelledby="begun">
          <h2 id="begun" className="text-h3">
            {t('begun.title')}
          </h2>
          <ul>
            {drafts.map((draft) => (
              <BegunLine key={draft.name} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap gap-3">
        {items.length === 0 ? null : (
          <a href="#items" className={buttonClass('quiet')}>
            {t('home.items', { count: items.length })}
          </a>
        )}
        {isLive ? (
          <a href="/" className={buttonClass('quiet')}>
            {t('home.today')}
          </a>
        ) : null}
        <FactsLink />
      </div>
      <section aria-labelledby="urgent">
        <h2 id="urgent" className="text-h3">
          {t('urgent')}
        </h2>
        {telephones.length === 0 ? null : (
          <ul>
            {telephones.map(({ name, number }) => (
              <li key={number} className="flex flex-wrap items-center gap-x-4">
                <a
                  href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
                  className="num inline-flex min-h-11 items-center"
                >
                  <bdi>{number}</bdi>
                </a>
                <span>{name}</span>
              </li>
            ))}
          </ul>
        )}
        <UrgentNumbers />
      </section>
    </div>
  )
}
