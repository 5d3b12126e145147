/** The button that stops all sending, beside every page. */
export const sending = {
  sending: {
    on: "Sending", off: "Stopped", stopped: "Sending stopped", stop: "Stop", resume: "Resume", title: "Stop sending", what: "All that is queued waits: mail, letters, text messages, codes for the portal too. Nothing is lost.",
    after: "Within five seconds nothing begins to leave any more. What is on its way already isn't recalled.", left: "Left today", inTheAir: "On its way now", waiting: "Waiting",
    line: "Sending was stopped by {{name}}, {{when}}: {{reason}}", somebody: "a colleague", resumeThen: "Each message is decided again before it leaves.", limits: "Sending limit: {{hour}} an hour, {{day}} a day", noLimit: "no limit",
    perHour: "Messages an hour", perDay: "Messages a day", limitUnreadable: "Type a whole number, or leave it empty", saveLimits: "Keep the limits", limitsHint: "Empty is no limit. What a debtor asked for always goes.",
  },
} as const;
