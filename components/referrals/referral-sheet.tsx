import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { isSent } from '@/lib/referrals/referral.rules'
import type { SheetPart } from '@/lib/summaries/referral-page.data'
import { BodyLine } from './body-line'
import { CopyText } from './copy-text'
import { FieldsForm } from './fields-form'

type Line = { readonly label: string; readonly text: string }
/** The sheet in words of its own language, as the page made them of the file (sheetSays). */
export type SheetSaid = {
  readonly title: string
  readonly foot: string
  readonly lines: readonly Line[]
  readonly sections: readonly { readonly title: string; readonly lines: readonly Line[] }[]
}

/** The sheet as text to copy, in its own language. */
const textOf = ({ lines, sections }: SheetSaid): string =>
  [
    ...lines.map(({ label, text }) => `${label}: ${text}`),
    ...sections.flatMap(({ title, lines: facts }) => [
      '',
      title,
      ...facts.map(({ label, text }) => `${label}: ${text}`),
    ]),
  ].join('\n')

type Props = {
  readonly part: SheetPart
  readonly said: SheetSaid
  readonly backHref: ReactNode
  /** What the sheet contradicts, drawn; null when it may leave. */
  readonly refusal: ReactNode
  /** The parts of the file, drawn as on a summary. */
  readonly children: ReactNode
}

/** The fields beside exactly what leaves with them, on A4 and as text. While it contradicts the file there is no sheet to take. */
export const ReferralSheet = ({ part, said, backHref, refusal, children }: Props) => {
  const tr = useTranslations('referrals')
  const { row, steps, body, isTrafficking } = part
  const sent = isSent(steps)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] print:block">
      <TabWords words={tr('sheet.title')} />
      <div data-print="no" className="grid gap-4">
        {backHref}
        {body === null ? null : (
          <Card as="section" title={tr('callFirst')}>
            <BodyLine body={body} />
          </Card>
        )}
        {sent ? <Notice>{tr('sentFixed')}</Notice> : <FieldsForm row={row} isTrafficking={isTrafficking} />}
      </div>
      {refusal === null ? (
        <div className="paper-sheet max-w-prose print:max-w-none">
          <div data-print="no" className="mb-4 grid gap-3">
            <Notice kind="late">{tr('readIt')}</Notice>
            <p className="flex flex-wrap gap-3">
              <PrintButton>{tr('print')}</PrintButton>
              <CopyText text={textOf(said)} />
            </p>
          </div>
          <div lang={row.language} data-preview="sheet">
            <h1>{said.title}</h1>
            <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr] print:grid-cols-[30%_1fr]">
              {said.lines.map(({ label, text }) => (
                <div key={label} className="contents">
                  <dt className="text-muted max-sm:mt-1">{label}</dt>
                  <dd dir="auto" className="min-w-0 whitespace-pre-wrap wrap-anywhere">
                    {text}
                  </dd>
                </div>
              ))}
            </dl>
            {children}
          </div>
          <p lang={row.language} className="paper-foot mt-6 text-sm">
            <span className="print:pt-2">{said.foot}</span>
          </p>
        </div>
      ) : (
        <div className="max-w-prose">{refusal}</div>
      )}
    </div>
  )
}
