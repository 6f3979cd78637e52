// The words and the picture of each way to talk.
import AtSign from "@lucide/svelte/icons/at-sign";
import Mail from "@lucide/svelte/icons/mail";
import MessageCircle from "@lucide/svelte/icons/message-circle";
import MessageSquare from "@lucide/svelte/icons/message-square";
import Phone from "@lucide/svelte/icons/phone";
import Smartphone from "@lucide/svelte/icons/smartphone";
import UsersRound from "@lucide/svelte/icons/users-round";
import Video from "@lucide/svelte/icons/video";
import type { Component } from "svelte";
import type { Channel } from "../host/wire.gen";

/** `label`: among others to choose from; `title`: a talk of this sort. */
type Way = { label: string; title: string; by: string; icon: Component<Record<string, unknown>> };
export const ways: Record<Channel, Way> = {
  in_person: { label: "In person", title: "In person", by: "face to face", icon: UsersRound },
  video: { label: "Video", title: "Video call", by: "by video", icon: Video },
  phone: { label: "Phone", title: "Phone call", by: "by phone", icon: Phone },
  email: { label: "Email", title: "Email", by: "by email", icon: Mail },
  chat: { label: "Chat", title: "Chat", by: "by chat", icon: MessageSquare },
  text: { label: "Text message", title: "Text message", by: "by text message", icon: Smartphone },
  social: { label: "Social media", title: "Social media", by: "on social media", icon: AtSign },
  not_said: { label: "Not said", title: "Conversation", by: "", icon: MessageCircle },
};
