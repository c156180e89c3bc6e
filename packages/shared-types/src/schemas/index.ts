export { bundleSchema } from './bundle.schema.js';
export * from './commands.schema.js';
export { commandRequestSchema, newsRequestSchema } from './http.schema.js';
export { isTimeZone } from './is-time-zone.js';
export { playbookSchema } from './playbook.schema.js';
export { businessHoursSchema, routingSchema } from './routing.schema.js';
export { slotValueSchema } from './slot-value.schema.js';
export { widgetSettingsSchema } from './widget-settings.schema.js';
