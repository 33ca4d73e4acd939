//! Writing values.

use serde::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::sort;

/// What is said of a value that cannot be written.
type Error = serde::de::value::Error;

/// The bytes of values, one behind the other.
#[derive(Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Seven bits a byte, the least first; each but the last has its highest bit set.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    fn counted(&mut self, sort: u8, bytes: &[u8]) {
        self.0.push(sort);
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    fn variant(&mut self, sort: u8, number: u32) {
        self.0.push(sort);
        self.number(number.into());
    }
}

/// Writes numbers of one sort as those of another one.
macro_rules! as_one {
    ($($one:ident: $sort:ty => $other:ident),*) => {
        $(fn $one(self, number: $sort) -> Result<(), Error> {
            self.$other(number.into())
        })*
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Several<'w>;
    type SerializeTuple = Several<'w>;
    type SerializeTupleStruct = Several<'w>;
    type SerializeTupleVariant = Several<'w>;
    type SerializeMap = Several<'w>;
    type SerializeStruct = Several<'w>;
    type SerializeStructVariant = Several<'w>;

    as_one! {
        serialize_i8: i8 => serialize_i64, serialize_i16: i16 => serialize_i64, serialize_i32: i32 => serialize_i64,
        serialize_u8: u8 => serialize_u64, serialize_u16: u16 => serialize_u64, serialize_u32: u32 => serialize_u64,
        serialize_f32: f32 => serialize_f64
    }

    fn serialize_bool(self, truth: bool) -> Result<(), Error> {
        self.0.push(if truth { sort::TRUE } else { sort::FALSE });
        Ok(())
    }

    fn serialize_i64(self, number: i64) -> Result<(), Error> {
        if let Ok(number) = u64::try_from(number) {
            return self.serialize_u64(number);
        }
        self.0.push(sort::NEGATIVE);
        self.number((!number).cast_unsigned());
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        match u8::try_from(number) {
            Ok(small) if small < sort::SHORT - sort::SMALL => self.0.push(sort::SMALL + small),
            _ => {
                self.0.push(sort::NUMBER);
                self.number(number);
            }
        }
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        self.0.push(sort::FLOAT);
        self.0.extend(number.to_le_bytes());
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Result<(), Error> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        match u8::try_from(text.len()) {
            Ok(short) if short < sort::END - sort::SHORT => {
                self.0.push(sort::SHORT + short);
                self.0.extend_from_slice(text.as_bytes());
            }
            _ => self.counted(sort::TEXT, text.as_bytes()),
        }
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Error> {
        self.counted(sort::BYTES, bytes);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.0.push(sort::NONE);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
    ) -> Result<(), Error> {
        self.variant(sort::UNIT, number);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(sort::WITH_VALUE, number);
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Several<'w>, Error> {
        self.0.push(sort::ROW);
        Ok(Several::of(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Several<'w>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Several<'w>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Several<'w>, Error> {
        self.variant(sort::WITH_ROW, number);
        Ok(Several::of(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Several<'w>, Error> {
        self.0.push(sort::MAP);
        Ok(Several::of(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Several<'w>, Error> {
        self.0.push(sort::FIELDS);
        Ok(Several::of(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Several<'w>, Error> {
        self.variant(sort::WITH_FIELDS, number);
        Ok(Several::of(self))
    }
}

/// Several values on their way.
pub(super) struct Several<'w> {
    to: &'w mut Writer,
    /// The number of the next field.
    field: u8,
}

impl<'w> Several<'w> {
    const fn of(to: &'w mut Writer) -> Self {
        Self { to, field: 0 }
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.to)
    }

    fn put_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.to.0.push(self.field);
        self.pass()?;
        self.value(value)
    }

    /// Goes on to the next field.
    fn pass(&mut self) -> Result<(), Error> {
        let next = self.field.checked_add(1).filter(|next| *next < sort::END);
        self.field = next.ok_or_else(|| Error::custom("a structure has too many fields"))?;
        Ok(())
    }

    fn close(self) {
        self.to.0.push(sort::END);
    }
}

/// Writes values that have neither names nor numbers.
macro_rules! in_a_row {
    ($($of:ident: $put:ident),*) => {
        $(impl $of for Several<'_> {
            type Ok = ();
            type Error = Error;

            fn $put<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.value(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

in_a_row! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

impl SerializeMap for Several<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.value(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

/// Writes fields, each with its number.
macro_rules! with_numbers {
    ($($of:ident),*) => {
        $(impl $of for Several<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Error> {
                self.put_field(value)
            }

            fn skip_field(&mut self, _: &'static str) -> Result<(), Error> {
                self.pass()
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        })*
    };
}

with_numbers!(SerializeStruct, SerializeStructVariant);
