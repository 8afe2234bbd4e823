import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { isClosed } from '@/lib/cases/case.rules'
import type { Rights } from '@/lib/cases/file.view'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import type { Sheet } from '@/lib/cases/sheet.data'
import { toWords } from '@/lib/cases/word.view'
import { countryChoices } from '@/lib/people/country.rules'
import { INTERPRETER_NEEDS, ORIGIN_KINDS, SEXES } from '@/lib/people/person.rules'
import type { Day } from '@/lib/shared/dates'
import { AgeClaims } from './age-claims'
import { ClaimForm } from './claim-form'
import { DetailsForm } from './details-form'
import { FileFrame, fileHref, showsAsylum } from './file-frame'
import { PersonForm } from './person-form'
import { usePersonWords } from './person-words'

/** What is known, claim by claim, and the forms that change or add to it. */
export const DetailsPage = ({
  sheet,
  part: { marks },
  rights,
  today,
}: {
  sheet: Sheet
  part: DetailsPart
  rights: Rights
  today: Day
}) => {
  const t = useTranslations('cases')
  const words = toWords(sheet.words, useLocale())
  return (
    <FileFrame sheet={sheet} part="details" today={today}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {sheet.people.map((person) => (
          <PersonCard
            key={person.id}
            sheet={sheet}
            person={person}
            marks={marks.filter(({ personId }) => personId === person.id)}
            canEdit={rights.canEdit}
            today={today}
          />
        ))}
        <Card as="section">
          <h2>{t('details.file')}</h2>
          <Facts
            facts={[
              [t('column.status'), words.of('case_status', sheet.status)],
              [t('details.risk'), words.of('risk_level', sheet.risk)],
              [t('details.openedOn'), <Time key="opened" at={sheet.openedOn} />],
              ...(sheet.closedOn === null
                ? []
                : [[t('details.closedOn'), <Time key="closed" at={sheet.closedOn} />] as const]),
              ...(sheet.closureReason === null
                ? []
                : [[t('details.closureReason'), words.of('closure_reason', sheet.closureReason)] as const]),
              [t('details.team'), sheet.team.name],
              [t('column.worker'), sheet.worker.name],
            ]}
          />
          {rights.canEdit && !showsAsylum(sheet) ? (
            <p className="mt-3 print:hidden">
              <LinkButton kind="quiet" size="small" href={fileHref(sheet, 'asylum')}>
                {t('details.toAsylum')}
              </LinkButton>
            </p>
          ) : null}
          {rights.canEdit && !sheet.hasDetention ? (
            <p className="mt-3 print:hidden">
              <LinkButton kind="quiet" size="small" href={fileHref(sheet, 'detention')}>
                {t('details.toDetention')}
              </LinkButton>
            </p>
          ) : null}
          <p className="mt-3 print:hidden">
            <Link
              className="inline-flex min-h-11 items-center font-semibold text-link underline"
              href={fileHref(sheet, 'closing')}
            >
              {t(isClosed(sheet.status) ? 'details.reopen' : 'details.close')}
            </Link>
          </p>
          {rights.canEdit ? (
            <Fold label={t('details.change')}>
              <DetailsForm
                caseId={sheet.id}
                version={sheet.version}
                status={sheet.status}
                risk={sheet.risk}
                statuses={words.options('case_status')}
                risks={words.options('risk_level')}
              />
            </Fold>
          ) : null}
        </Card>
      </div>
    </FileFrame>
  )
}

const PersonCard = ({
  sheet,
  person,
  marks,
  canEdit,
  today,
}: {
  sheet: Sheet
  person: Sheet['people'][number]
  marks: DetailsPart['marks']
  canEdit: boolean
  today: Day
}) => {
  const t = useTranslations('cases')
  const tp = useTranslations('people')
  const locale = useLocale()
  const words = usePersonWords()
  const lines = (list: readonly ReactNode[], none: string): ReactNode =>
    list.length === 0 ? (
      <span className="text-muted">{none}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: claims are never reordered and bear no id
      list.map((line, index) => <div key={index}>{line}</div>)
    )
  return (
    <Card as="section">
      <h2>{t('details.person')}</h2>
      <Facts
        facts={[
          [
            tp('field.names'),
            lines(
              person.names.map(({ kind, text, saidOn }) => (
                <>
                  <bdi dir="auto" translate="no" className="wrap-anywhere">
                    {text}
                  </bdi>{' '}
                  <span className="text-sm text-muted">
                    {tp(`nameKind.${toNameKind(kind)}`)}
                    {saidOn === null ? null : (
                      <>
                        {', '}
                        <Time at={saidOn} />
                      </>
                    )}
                  </span>
                </>
              )),
              t('noName'),
            ),
          ],
          [tp('field.age'), <AgeClaims key="age" claims={person.ageClaims} today={today} />],
          [
            tp('field.nationality'),
            lines(
              person.nationalities.map((one) => dated(words.heldNationality(one), one.saidOn)),
              tp('nationality.notAsked'),
            ),
          ],
          ...ORIGIN_KINDS.map(
            (kind) =>
              [
                tp(`field.${kind}Country`),
                lines(
                  person.origins
                    .filter((one) => one.kind === kind)
                    .map((one) => dated(words.origin(one), one.saidOn)),
                  tp('origin.notAsked'),
                ),
              ] as const,
          ),
          [tp('field.languages'), lines(person.languages.map(words.language), tp('notAsked'))],
          ...(marks.length === 0
            ? []
            : [
                [
                  t('details.marks'),
                  marks.map(({ id, text }) => (
                    <div key={id} dir="auto" translate="no" className="whitespace-pre-line wrap-anywhere">
                      {text}
                    </div>
                  )),
                ] as const,
              ]),
          [tp('field.sex'), tp(`sex.${SEXES.find((one) => one === person.sex) ?? 'not_asked'}`)],
          [
            tp('field.interpreter'),
            tp(
              `interpreter.${INTERPRETER_NEEDS.find((one) => one === person.interpreterNeed) ?? 'not_asked'}`,
            ),
          ],
        ]}
      />
      {canEdit ? (
        <>
          <Fold label={t('details.addClaim')}>
            <ClaimForm caseId={sheet.id} personId={person.id} countries={countryChoices(locale)} />
          </Fold>
          <Fold label={t('details.changePerson')}>
            <PersonForm
              caseId={sheet.id}
              personId={person.id}
              version={person.version}
              sex={SEXES.find((one) => one === person.sex) ?? 'not_asked'}
              interpreterNeed={INTERPRETER_NEEDS.find((one) => one === person.interpreterNeed) ?? 'not_asked'}
            />
          </Fold>
        </>
      ) : null}
    </Card>
  )
}

/** What was said and, small beside it, the day on which it was. */
const dated = (words: string, saidOn: Day | null): ReactNode => (
  <>
    {words}{' '}
    {saidOn === null ? null : (
      <span className="text-sm text-muted">
        <Time at={saidOn} />
      </span>
    )}
  </>
)

const KINDS = ['as_said', 'other_script', 'alias', 'authority_spelling', 'document_spelling'] as const
const toNameKind = (kind: string): (typeof KINDS)[number] => KINDS.find((one) => one === kind) ?? 'alias'

const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(7rem,30%)_1fr]">
    {facts.map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-muted max-sm:mt-1">{name}</dt>
        <dd className="min-w-0">{value}</dd>
      </div>
    ))}
  </dl>
)

const Fold = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3 print:hidden">
    <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">{label}</summary>
    <div className="pt-2">{children}</div>
  </details>
)
