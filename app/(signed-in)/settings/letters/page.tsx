import { fieldGroups } from '@/components/letters/letter-labels'
import { TemplatesPage } from '@/components/letters/templates-page'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import { readTemplatesPage } from '@/lib/letters/templates-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['letters'],
  // Forms of the organisation; no one is behind them.
  audit: null,
  load: readTemplatesPage,
  show: ({ templates, fields, lists, messages }, { locale }) => (
    <TemplatesPage
      templates={templates}
      groups={fieldGroups(messages, locale, fields, lists)}
      kinds={toWords(lists, locale)
        .options('case_kind')
        .filter(({ value }) => !isSecretKind(value))}
    />
  ),
})
