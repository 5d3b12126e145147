export * from "./brand-colours";
export * from "./message-facts";
export * from "./message-kinds";
export * from "./required-facts";
export { SAMPLE_BRAND, sampleFacts } from "./sample-facts";
export * from "./templates";
export type { TemplateSource } from "./texts/authored-text";
export { renderMail, type InlineImage, type MailOrder, type RenderedMail } from "./mail/render-mail";
export { bankAppText, qrPng } from "./qr-code";
