import alike from '@/messages/en/alike.json'
import common from '@/messages/en/common.json'
import contacts from '@/messages/en/contacts.json'
import detention from '@/messages/en/detention.json'
import errors from '@/messages/en/errors.json'
import forms from '@/messages/en/forms.json'
import layout from '@/messages/en/layout.json'
import offline from '@/messages/en/offline.json'
import tasks from '@/messages/en/tasks.json'
import warn from '@/messages/en/warn.json'

// The name of the application stands nowhere on a page that anyone at a gate may see.
export const words = {
  alike,
  common: { ...common, name: offline.name },
  contacts,
  detention,
  errors,
  forms,
  layout,
  offline,
  tasks,
  warn,
}
