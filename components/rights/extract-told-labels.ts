import { createTranslator } from 'use-intl/core'
import { formatTime } from '@/components/ui/time'
import type { Messages } from '@/lib/i18n/catalogue'
import { STEPS } from '@/lib/referrals/referral.rules'
import type { ExtractRead } from '@/lib/rights/extract.data'
import type { Section } from './extract-more-labels'

type Referral = ExtractRead['told'][number]

/** Who outside was told of a person; then what was prepared, of which no one outside learned. */
export const toldSections = (data: ExtractRead, messages: Messages): Section[] => {
  const { language } = data
  const translate = { locale: language, messages }
  const t = createTranslator({ ...translate, namespace: 'rights.extract' })
  const ts = createTranslator({ ...translate, namespace: 'summaries' })
  const tr = createTranslator({ ...translate, namespace: 'referrals' })
  const tg = createTranslator({ ...translate, namespace: 'circles.guest' })
  const day = (at: Date | string) => formatTime(language, at, 'day')
  const referral = ({ row: { recordedAt, kind, to, asked }, steps, openings }: Referral) => ({
    label: day(recordedAt),
    text: [
      [tr(`kind.${kind}`), to, asked].filter((one) => one !== '').join(': '),
      ...steps.flatMap((step) => {
        const known = STEPS.match(step.kind)
        return known === null
          ? []
          : [`${tr(`step.${known}`)} (${day(step.on)})${step.words === '' ? '' : `: ${step.words}`}`]
      }),
      ...openings.map((at) => t('linkOpened', { on: day(at) })),
    ].join(' · '),
  })
  const guest = ({ kind, from, until, times }: ExtractRead['guests'][number]) => ({
    label: day(from),
    text: t('guest', {
      kind: tg(`kind.${kind}`),
      until: until === null ? '' : day(until),
      isOver: until === null ? 'no' : 'yes',
      times,
    }),
  })
  const sections: Section[] = [
    { title: t('recipients'), lines: [...data.told.map(referral), ...data.guests.map(guest)] },
    {
      title: t('prepared'),
      lines: [...data.prepared.map(referral), ...data.guestsWithoutReading.map(guest)],
    },
    {
      title: t('summariesMade'),
      lines: data.summaries.map(({ createdAt, audience, words }) => ({
        label: day(createdAt),
        text: [ts(`audience.${audience}`), words].filter((one) => one !== '').join(': '),
      })),
    },
  ]
  // The first says that no one was told, too.
  return sections.filter(({ lines }, index) => index === 0 || lines.length > 0)
}
