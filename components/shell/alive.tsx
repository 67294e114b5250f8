"use client";

import { useEffect } from "react";

/** Marks the page once it has come to life: its scripts are there, and it answers. */
export function Alive() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.alive = "";
    delete dataset.broken;
  }, []);
  return null;
}
