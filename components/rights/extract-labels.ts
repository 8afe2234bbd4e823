import { createTranslator } from 'use-intl/core'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { Messages } from '@/lib/i18n/catalogue'
import type { ExtractRead } from '@/lib/rights/extract.data'
import { moreSections, type Section } from './extract-more-labels'
import { toldSections } from './extract-told-labels'

export type Extract = {
  readonly title: string
  readonly intro: string
  readonly sections: readonly Section[]
  readonly rights: string
}

/** What is kept of someone, as headings and lines in their language: the same on paper and as data. */
export const toExtract = (data: ExtractRead, messages: Messages): Extract => {
  const { language } = data
  const { t: tp, say } = sheetLabels(messages, language, data.lists)
  const t = createTranslator({ locale: language, messages, namespace: 'rights.extract' })
  const tc = createTranslator({ locale: language, messages, namespace: 'consents' })
  const ta = createTranslator({ locale: language, messages, namespace: 'attachments' })
  const day = (at: Date | string) => formatTime(language, at, 'day')
  const facts = data.parts.map(
    ({ section, items }): Section => ({
      title: tp(`section.${section}`),
      lines: items.flatMap(({ facts: said }) =>
        said.map(({ piece, value }) => ({
          label: tp(`piece.${piece}`),
          text: [say(value)].flat().join(' · '),
        })),
      ),
    }),
  )
  const more: Section[] = [
    {
      title: t('met'),
      lines: data.met.map(({ on, place, outcome, text }) => ({
        label: day(on),
        text: [labelIn(place, language), outcome === 'seen' ? t('seen') : t('notSeen'), text]
          .filter((one) => one !== '')
          .join(' · '),
      })),
    },
    { title: t('notes'), lines: data.notes.map(({ on, text }) => ({ label: day(on), text })) },
    {
      title: t('papers'),
      lines: data.papers.map(({ createdAt, kind, name }) => ({
        label: day(createdAt),
        text: `${ta(`kind.${kind}`)}: ${name}`,
      })),
    },
    {
      title: t('consents'),
      lines: data.consents.map(({ askedOn, purpose, answer, named, form, proof, words, withdrawn }) => ({
        label: day(askedOn),
        text: [
          `${tc(`purpose.${purpose}`)}: ${t(`answer.${answer}`)}`,
          named,
          form === null ? '' : tc(`form.${form}`),
          proof.statement,
          proof.heardBy,
          proof.interpreterName,
          words,
          withdrawn?.words ?? '',
        ]
          .filter((one) => one !== '')
          .join(' · '),
        ...(proof.drawing === '' ? {} : { drawing: proof.drawing }),
      })),
    },
    ...toldSections(data, messages),
    {
      title: t('consultations'),
      lines: data.consultations.map(({ on, role, did, times }) => ({
        label: day(on),
        text: t('consulted', { role, did, times }),
      })),
    },
    {
      title: t('withheld'),
      lines: [
        ...(data.others > 0 ? [{ label: t('others'), text: t('othersWhy', { count: data.others }) }] : []),
        ...(data.isTrafficking ? [{ label: t('suspects'), text: t('suspectsWhy') }] : []),
        ...(data.messages.length > 0
          ? [
              {
                label: t('messages'),
                text: t('messagesWhy', {
                  count: data.messages.length,
                  given: data.messages.filter(({ isGiven }) => isGiven).length,
                  whole: data.messages.every(({ isGiven }) => isGiven) ? 'yes' : 'no',
                }),
              },
            ]
          : []),
        { label: t('lawyer'), text: t('lawyerWhy') },
        { label: t('staff'), text: t('staffWhy') },
      ],
    },
    {
      title: t('about'),
      lines: [
        { label: t('sources'), text: t('sourcesWhat') },
        { label: t('purposes'), text: t('purposesWhat') },
        { label: t('retention'), text: t('retentionWhat') },
        { label: t('device'), text: t('deviceWhat') },
      ],
    },
  ]
  return {
    title: t('title'),
    intro: t('intro', { code: data.file.code, on: day(data.at) }),
    sections: [...facts, ...moreSections(data, messages), ...more],
    rights: t('yourRights'),
  }
}
