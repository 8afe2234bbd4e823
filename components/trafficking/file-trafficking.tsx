import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Option } from '@/lib/cases/word.view'
import { labelIn } from '@/lib/cases/word.view'
import type { Beside } from '@/lib/countries/at-hand.rules'
import { countryChoices } from '@/lib/people/country-list.rules'
import { fitting, stateOf } from '@/lib/referrals/referral.rules'
import { emptyReferral } from '@/lib/referrals/referral.view'
import type { Day } from '@/lib/shared/dates'
import { accountFields } from '@/lib/trafficking/account.view'
import { answersAgainst, needsHelpNow } from '@/lib/trafficking/sheet.rules'
import type { TraffickingRoom } from '@/lib/trafficking/trafficking-page.data'
import { FORMS, SIGNS_OF, STEPS } from '@/lib/trafficking/vocabulary.rules'
import { AccountForm } from './account-form'
import { ConflictFold } from './conflict-fold'
import { Contradictions } from './contradictions'
import { DangerBand } from './danger-band'
import { DetainedTasks } from './detained-tasks'
import { Exploiters } from './exploiters'
import { ReferNow } from './refer-now'
import { Signs } from './signs'
import { Stages } from './stages'
import { StepLinks } from './step-links'
import { useTraffickingLabels } from './trafficking-labels'

type Props = {
  readonly caseId: string
  readonly personId: string
  readonly me: string
  readonly room: TraffickingRoom
  /** A person of the file is treated as a child. */
  readonly isMinor: boolean
  /** Of this page. */
  readonly href: string
  readonly sheetHref: string
  readonly deadlinesHref: string
  readonly today: Day
  /** How a body that can be called is drawn, and what it does where that is not said yet; it belongs to another room. */
  readonly drawBody: (
    body: TraffickingRoom['bodies'][number],
    isExplained: boolean,
    beside?: ReactNode,
  ) => ReactNode
  /** What the reference data says beside the fields of a form. */
  readonly help: (beside: Beside) => ReactNode
}

/** Danger, a removal that has to be stopped, one of three short steps of what is known, whom to call, then what is recorded. */
export const FileTrafficking = ({
  caseId,
  personId,
  me,
  room,
  isMinor,
  href,
  sheetHref,
  deadlinesHref,
  today,
  drawBody,
  help,
}: Props) => {
  const locale = useLocale()
  const { t, form, sign } = useTraffickingLabels(room.words)
  const { account, says, bodies, referrals } = room
  const answers = account?.answers
  const helpers = bodies.filter(({ kind }) =>
    isMinor
      ? kind === 'child_centre' || kind === 'guardianship' || kind === 'specialised_centre'
      : kind === 'specialised_centre',
  )
  const region = answers === undefined || answers.region === '' ? null : answers.region
  const fit = fitting(helpers, { isMinor, region })
  const proposed = fit.length > 0 ? fit : helpers
  const stands: ReadonlySet<string> = new Set(room.signs.map(({ row }) => row.sign))
  const choicesOf = (group: keyof typeof SIGNS_OF): Option[] =>
    SIGNS_OF[group].filter((one) => !stands.has(one)).map((value) => ({ value, label: sign(value) }))
  const isHeld = answers?.held === 'yes' || says.place === 'held'
  const against = answersAgainst(account, says)
  const next = STEPS.codes[STEPS.rank(room.step) + 1]
  const heldAt = says.heldAt === null ? null : labelIn(says.heldAt.place, locale)
  const since = says.heldAt?.since ?? null
  const step = (
    <div className="pt-3">
      <AccountForm
        key={`${room.step}${stands.size}`}
        step={room.step}
        nextHref={next === undefined ? null : `${href}&step=${next}#account`}
        fields={accountFields(caseId, account, room.step)}
        fromFile={{
          danger: says.hasCriticalSignal ? t('fromFile.danger') : null,
          held: heldAt === null ? null : t('fromFile.held', { place: heldAt }),
        }}
        signs={{
          any: choicesOf('any'),
          sexual: choicesOf('sexual'),
          begging: choicesOf('begging'),
          labour: choicesOf('labour'),
        }}
        forms={FORMS.codes.map((value) => ({ value, label: form(value) }))}
        countries={countryChoices(locale).map(({ code, name }) => ({ value: code, label: name }))}
        today={today}
      />
      <div className="pt-3">
        <p
          className={classNames(
            'max-w-prose text-sm text-muted',
            room.step === 'safety' ? null : 'max-sm:hidden',
          )}
        >
          {t('what')}
        </p>
        {help('account')}
      </div>
    </div>
  )
  return (
    <section aria-labelledby="trafficking" className="grid gap-4">
      <h2 id="trafficking" className="sr-only">
        {t('title')}
      </h2>
      <div className="sticky top-0 z-10 lg:top-14">
        <DangerBand isNow={answers?.danger === 'yes' || says.hasCriticalSignal} />
      </div>
      {isHeld ? (
        <Notice kind="error" isAnnounced={false}>
          <p className="font-semibold">{t('heldTitle')}</p>
          <p>
            {heldAt === null
              ? null
              : since === null
                ? t('heldAt', { place: heldAt })
                : t('heldSince', { place: heldAt, on: formatTime(locale, since, 'day') })}{' '}
            {t('heldWhat')}
          </p>
          <div className="grid gap-x-8 gap-y-2 pt-2 lg:grid-cols-[30rem_minmax(0,1fr)]">
            {bodies
              .filter(({ slug }) => slug === 'io-trafficking-unit')
              .map((body) => (
                <div key={body.slug} className="min-w-0">
                  {drawBody(body, false)}
                </div>
              ))}
            {/* The number is never a press away; on a phone the tasks are, so that the first question is in sight. */}
            <PhoneFold label={t('heldTasks')}>
              <DetainedTasks caseId={caseId} me={me} today={today} />
            </PhoneFold>
          </div>
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <section aria-label={t('accountTitle')}>
          <h3 id="account">{t('accountTitle')}</h3>
          {account === null ? null : <p className="text-sm text-muted">{t('by', { name: account.by })}</p>}
          {account?.isDamaged === true ? (
            <Notice kind="error" title={t('damaged.title')}>
              <p>{t('damaged.what')}</p>
            </Notice>
          ) : null}
          <Contradictions
            contradictions={against}
            answersHref={`${href}&step=safety#account`}
            urgencyHref={sheetHref}
          />
          <StepLinks href={href} step={room.step} done={room.done} />
          {/* When all is recorded, a phone shows whom to call before the answers. */}
          {room.isStepAsked || room.done.length < STEPS.codes.length || against.length > 0 ? (
            step
          ) : (
            <PhoneFold label={t('answersShow')}>{step}</PhoneFold>
          )}
        </section>
        <div className="grid gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Section title={t('callTitle')}>
            <p className="text-sm text-muted">{t(region === null ? 'callAny' : 'callRegion')}</p>
            {isMinor ? <p className="mt-2 font-semibold">{t('minor')}</p> : null}
            <ul>
              {proposed.map((body) => (
                <li key={body.slug} className="border-b border-hair py-2.5">
                  {drawBody(
                    body,
                    true,
                    <ReferNow
                      fields={emptyReferral(caseId, personId, {
                        bodySlug: body.slug,
                        urgency: needsHelpNow(account, says) ? 'now' : 'this_week',
                      })}
                      name={body.name}
                      sheetHref={sheetHref}
                    />,
                  )}
                  <Referred referrals={referrals} slug={body.slug} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <div className="grid gap-4 lg:col-start-1">
          <Signs room={room} />
          <Stages
            caseId={caseId}
            room={room}
            deadlinesHref={deadlinesHref}
            today={today}
            help={help('stage')}
          />
          <Exploiters caseId={caseId} rows={room.exploiters} />
          <ConflictFold />
        </div>
      </div>
    </section>
  )
}

/** Whether this body was asked already, so that no one asks twice without knowing. */
const Referred = ({ referrals, slug }: { referrals: TraffickingRoom['referrals']; slug: string }) => {
  const { t } = useTraffickingLabels([])
  const own = referrals.filter(({ row }) => row.bodySlug === slug)
  if (own.length === 0) return null
  return (
    <p className="mb-2">
      <Tag kind={own.some(({ steps }) => stateOf(steps) === 'accepted') ? 'done' : 'info'}>
        {t('referredAlready', { count: own.length })}
      </Tag>
    </p>
  )
}
