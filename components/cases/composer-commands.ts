'use client'
import { useTranslations } from 'next-intl'
import type { SlashCommand } from '@/components/forms/slash.rules'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import type { CodeOf } from '@/lib/shared/vocabulary'

type Kind = CodeOf<typeof NOTE_KINDS>
type Commands = {
  readonly task: () => void
  readonly next: () => void
  readonly fact: () => void
  readonly choose: (kind: Kind) => void
  readonly template: (kind: Kind) => void
}

/** What "/" offers in a note: the word in one's own language, or the English one. The headings of this kind come first. */
export const useComposerCommands = (
  kind: Kind,
  canEdit: boolean,
  commands: Commands,
): readonly (SlashCommand & { readonly run: () => void })[] => {
  const t = useTranslations('cases.slash')
  const write = useTranslations('cases.write')
  const noteKind = useTranslations('cases.noteKind')
  const kinds = NOTE_KINDS.codes.filter((one) => one !== 'note')
  const byKind = [kind, ...NOTE_KINDS.codes.filter((one) => one !== kind)]
  return [
    ...(canEdit
      ? (['task', 'next'] as const).map((id) => ({
          id,
          words: [t(id), id],
          label: t(`what.${id}`),
          run: commands[id],
        }))
      : []),
    { id: 'fact', words: [t('fact'), 'fact'], label: t('what.fact'), run: commands.fact },
    ...kinds.map((one) => ({
      id: one,
      words: [t(one), one],
      label: noteKind(one),
      run: () => commands.choose(one),
    })),
    ...byKind.map((one) => ({
      id: `template-${one}`,
      words: [t('template'), 'template'],
      label: write('headings', { kind: noteKind(one) }),
      run: () => commands.template(one),
    })),
  ]
}
