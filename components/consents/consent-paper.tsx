import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { Blanks, Handout, inFigures, OwnFoot } from '@/components/ui/handout'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { lastDayOf } from '@/lib/consents/expiry.rules'
import type { ConsentPaperPart } from '@/lib/sheets/consent-paper.data'
import { LANGUAGES, SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'
import { SignatureDrawing } from './signature-drawing'

/** What someone agreed to, on one page in their own language, to be signed by everyone who was there. */
export const ConsentPaper = ({
  part: { row, language, words, recipient, isNamed, name, own },
  href,
  back,
}: {
  part: ConsentPaperPart
  /** Of this page, without language and name. */
  href: string
  back: ReactNode
}) => {
  const t = useTranslations('consents')
  const { dir, isOurs } = SHEET_LANGUAGES[language]
  const address = (code: string, withName: boolean): string =>
    `${href}&language=${code}${withName ? '&name=yes' : ''}`
  const until =
    row.expiresAt === null ? (
      words.untilWithdrawn
    ) : (
      <bdi dir="ltr" className="num">
        {inFigures(lastDayOf(row.expiresAt))}
      </bdi>
    )
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.what, words.purpose[row.purpose]],
    // What we print ourselves is told to no one named.
    ...(row.purpose === 'quote' ? [] : [[words.toWhom, <bdi key="to">{recipient}</bdi>] as const]),
    ...(row.scopes.length === 0
      ? []
      : [[words.about, row.scopes.map((scope) => words.scope[scope]).join(' · ')] as const]),
    ...(row.answer === 'given' ? [[words.until, until] as const] : []),
  ]
  // A signature and a name tell who it is: they are on the paper only with the name.
  const known: Readonly<Record<string, ReactNode>> =
    row.proof.drawing === '' && row.proof.heardBy === ''
      ? {}
      : {
          [words.date]: (
            <bdi dir="ltr" className="num">
              {inFigures(row.askedOn)}
            </bdi>
          ),
          [words.name]: <bdi translate="no">{name}</bdi>,
          ...(row.proof.drawing === ''
            ? {}
            : {
                [words.signature]: <SignatureDrawing drawing={row.proof.drawing} label={words.signature} />,
              }),
          ...(row.proof.statement === ''
            ? {}
            : { [words.signature]: <bdi className="whitespace-pre-line">{row.proof.statement}</bdi> }),
          [words.witness]: <bdi translate="no">{row.proof.heardBy}</bdi>,
          ...(row.proof.interpreterName === ''
            ? {}
            : { [words.interpreter]: <bdi translate="no">{row.proof.interpreterName}</bdi> }),
          [words.colleague]: <bdi translate="no">{row.by}</bdi>,
        }
  return (
    <>
      <TabWords words={t('paper.tab')} />
      <div data-print="no" className="mb-6 grid max-w-prose gap-4">
        {back}
        <nav aria-label={t('paper.language')}>
          <ul className="flex flex-wrap gap-2">
            {LANGUAGES.codes.map((code) => (
              <li key={code}>
                <LinkButton
                  kind={code === language ? 'primary' : 'quiet'}
                  size="small"
                  href={address(code, isNamed)}
                  lang={code}
                  {...(code === language ? { 'aria-current': 'true' as const } : {})}
                >
                  {SHEET_LANGUAGES[code].own}
                </LinkButton>
              </li>
            ))}
          </ul>
        </nav>
        <p className="flex flex-wrap gap-3">
          <PrintButton>{t('paper.print')}</PrintButton>
          <LinkButton kind="quiet" href={address(language, !isNamed)}>
            {t(isNamed ? 'paper.hideName' : 'paper.showName')}
          </LinkButton>
        </p>
      </div>
      <Handout lang={language} dir={dir}>
        <h1>{words.title}</h1>
        {name === '' ? null : (
          <p className="mt-1 font-semibold">
            <bdi dir="auto" translate="no">
              {name}
            </bdi>
          </p>
        )}
        <p className="mt-3">{words.intro}</p>
        <p className="mt-3 text-h2 font-semibold">
          {row.answer === 'given' ? words.yes : row.answer === 'refused' ? words.no : words.notAsked}
        </p>
        <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
          {facts.map(([label, said]) => (
            <div key={label} className="contents">
              <dt className="font-semibold">{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">{words.withdraw}</p>
        {row.isMinor ? <p className="mt-2">{words.child}</p> : null}
        <Blanks
          labels={[
            words.date,
            words.name,
            words.signature,
            ...(row.proof.heardBy === '' ? [] : [words.witness]),
            words.interpreter,
            words.colleague,
          ]}
          known={isNamed ? known : {}}
        />
        {isOurs ? null : (
          <p data-small className="mt-3 text-sm text-muted">
            {words.toCheck}
          </p>
        )}
        <OwnFoot {...own} />
      </Handout>
    </>
  )
}
