// Words of needs: sorts of help, and the part that somebody has in one.
import type { Help, HelperRole } from "../host/wire.gen";

export const helpWords: Record<Help, string> = {
  know_how: "Know-how",
  access: "Access",
  influence: "Influence",
  money: "Money",
  feedback: "Feedback",
  support: "Support",
  sponsor: "Sponsor",
  talent: "Talent",
  purpose: "Purpose",
  balance: "Balance",
};
export const helps = (Object.keys(helpWords) as Help[]).map((value) => ({ value, label: helpWords[value] }));

export const roleWords: Record<HelperRole, string> = {
  decides: "decides",
  influences: "influences",
  knows: "knows",
  supports: "supports",
  may_oppose: "may oppose",
};
export const roles = (Object.keys(roleWords) as HelperRole[]).map((value) => ({ value, label: roleWords[value] }));
