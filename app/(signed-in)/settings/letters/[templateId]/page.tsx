import { fieldGroups, fieldNames } from '@/components/letters/letter-labels'
import { TemplatePage } from '@/components/letters/template-page'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import { allFields, faultsOf } from '@/lib/letters/tag.rules'
import { readTemplatePage } from '@/lib/letters/templates-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['letters'],
  // Forms of the organisation; no one is behind them.
  audit: null,
  load: (work, { params }) => readTemplatePage(work, params.templateId ?? ''),
  show: ({ template, fields, lists, messages }, { locale }) => {
    const nameOf = fieldNames(messages, locale, fields)
    const { now } = template
    return (
      <TemplatePage
        template={template}
        isStale={faultsOf(now.uses, now.reader, fields).length > 0}
        uses={allFields(fields)
          .filter(({ tag }) => now.uses.some((use) => use.tag === tag))
          .map(nameOf)}
        groups={fieldGroups(messages, locale, fields, lists)}
        kinds={toWords(lists, locale)
          .options('case_kind')
          .filter(({ value }) => !isSecretKind(value))}
      />
    )
  },
})
