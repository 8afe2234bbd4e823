import alike from '@/messages/de/alike.json'
import common from '@/messages/de/common.json'
import contacts from '@/messages/de/contacts.json'
import detention from '@/messages/de/detention.json'
import errors from '@/messages/de/errors.json'
import forms from '@/messages/de/forms.json'
import layout from '@/messages/de/layout.json'
import offline from '@/messages/de/offline.json'
import tasks from '@/messages/de/tasks.json'
import warn from '@/messages/de/warn.json'

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
