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

type Way = { title: string; by: string; icon: Component<Record<string, unknown>> };
export const ways: Record<Channel, Way> = {
  in_person: { title: "In person", by: "face to face", icon: UsersRound },
  video: { title: "Video call", by: "by video", icon: Video },
  phone: { title: "Phone call", by: "by phone", icon: Phone },
  email: { title: "Email", by: "by email", icon: Mail },
  chat: { title: "Chat", by: "by chat", icon: MessageSquare },
  text: { title: "Text message", by: "by text message", icon: Smartphone },
  social: { title: "Social media", by: "on social media", icon: AtSign },
  not_said: { title: "Conversation", by: "", icon: MessageCircle },
};
